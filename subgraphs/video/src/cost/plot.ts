import { breakEvenUsers, type CostInput, costOf, type Provider, providers } from '../domain/cost-model.ts';

const width = 760;
const height = 440;
const margin = { left: 84, right: 170, top: 44, bottom: 56 };
const fewestUsers = 10_000;
const mostUsers = 100_000_000;
const leastDollars = 1_000;
const mostDollars = 5_000_000;
const pointsPerLine = 60;

const colours: Readonly<Record<Provider, string>> = {
  S3_CLOUDFRONT: '#b3541e',
  R2: '#1f6f8b',
  R2_BUNNY: '#3a7d44',
  CLOUDFLARE_STREAM: '#6a4c93',
};

/** Both axes are logarithmic: markets differ by powers of ten. */
const scale = (value: number, least: number, most: number, from: number, to: number): number =>
  from + ((Math.log(value) - Math.log(least)) / (Math.log(most) - Math.log(least))) * (to - from);
const x = (users: number): number => scale(users, fewestUsers, mostUsers, margin.left, width - margin.right);
const y = (dollars: number): number =>
  scale(
    Math.min(mostDollars, Math.max(leastDollars, dollars)),
    leastDollars,
    mostDollars,
    height - margin.bottom,
    margin.top,
  );
const round = (value: number): string => value.toFixed(1);
const short = (value: number): string =>
  value >= 1e6 ? `${value / 1e6} M` : value >= 1e3 ? `${value / 1e3} k` : String(value);

const decades = (least: number, most: number): number[] =>
  Array.from({ length: 12 }, (_, power) => 10 ** power).filter((value) => value >= least && value <= most);

const axes = (): string[] => [
  ...decades(fewestUsers, mostUsers).flatMap((users) => [
    `<line x1="${round(x(users))}" x2="${round(x(users))}" y1="${margin.top}" y2="${height - margin.bottom}" stroke="#ddd"/>`,
    `<text x="${round(x(users))}" y="${height - margin.bottom + 20}" text-anchor="middle">${short(users)}</text>`,
  ]),
  ...decades(leastDollars, mostDollars).flatMap((dollars) => [
    `<line x1="${margin.left}" x2="${width - margin.right}" y1="${round(y(dollars))}" y2="${round(y(dollars))}" stroke="#ddd"/>`,
    `<text x="${margin.left - 8}" y="${round(y(dollars) + 4)}" text-anchor="end">$${short(dollars)}</text>`,
  ]),
  `<text x="${(margin.left + width - margin.right) / 2}" y="${height - 14}" text-anchor="middle">users a month</text>`,
];

const lineOf = (provider: Provider, input: CostInput): string[] => {
  const points = Array.from({ length: pointsPerLine + 1 }, (_, index) => {
    const users = fewestUsers * (mostUsers / fewestUsers) ** (index / pointsPerLine);
    return { users, dollars: costOf(provider, { ...input, users }).total / 1e6 };
  });
  const path = points.map(({ users, dollars }) => `${round(x(users))},${round(y(dollars))}`).join(' ');
  const colour = colours[provider];
  const last = points.at(-1)?.dollars ?? leastDollars;
  const even = breakEvenUsers(provider, input);
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    `<text x="${width - margin.right + 8}" y="${round(y(last) + 4)}" fill="${colour}">${provider}</text>`,
    ...(even !== null && even >= fewestUsers
      ? [
          `<circle cx="${round(x(even))}" cy="${round(y(costOf(provider, { ...input, users: even }).total / 1e6))}" r="5" fill="${colour}"><title>break-even at ${Math.round(even).toLocaleString('en-US')} users</title></circle>`,
        ]
      : []),
  ];
};

/** What a month costs by the number of users, per provider, as an SVG; dots are where a way of our own breaks even. */
export const costPlot = (input: CostInput): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#222" role="img" aria-label="Cost of video by number of users">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${margin.left}" y="24" font-size="14">Video, US dollars a month (month ${input.month}); dots: break-even with the managed service</text>`,
    ...axes(),
    ...providers.flatMap((provider) => lineOf(provider, input)),
    '</svg>',
    '',
  ].join('\n');
