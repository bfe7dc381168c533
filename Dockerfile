# One image for every process of the market; the command says which one it is.
FROM node:24.11.1-bookworm-slim AS packages
WORKDIR /market
RUN npm install --global pnpm@12.21.0
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY patches patches
COPY platform/package.json platform/
COPY schema/package.json schema/
COPY gateway/package.json gateway/
COPY web/player/package.json web/player/
COPY web/landing/package.json web/landing/
COPY subgraphs/identity/package.json subgraphs/identity/
COPY subgraphs/seller/package.json subgraphs/seller/
COPY subgraphs/catalog/package.json subgraphs/catalog/
COPY subgraphs/search/package.json subgraphs/search/
COPY subgraphs/orders/package.json subgraphs/orders/
COPY subgraphs/payments/package.json subgraphs/payments/
COPY subgraphs/notifications/package.json subgraphs/notifications/
COPY subgraphs/messaging/package.json subgraphs/messaging/
COPY subgraphs/video/package.json subgraphs/video/
RUN pnpm install --frozen-lockfile --filter "./platform" --filter "./schema" --filter "./gateway" --filter "./subgraphs/*" --filter "./web/*"

FROM node:24.11.1-bookworm-slim
# For video's workers; Debian's build, whose source Debian offers.
RUN apt-get update && apt-get install --yes --no-install-recommends ffmpeg && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production APOLLO_TELEMETRY_DISABLED=1 NODE_OPTIONS="--max-semi-space-size=64 --v8-pool-size=1"
WORKDIR /market
COPY --from=packages /market /market
COPY platform platform
COPY schema schema
COPY gateway gateway
COPY subgraphs subgraphs
COPY web web
COPY tsconfig.json ./
RUN node --import tsx gateway/src/explorer/build-explorer.ts && node --import tsx web/player/build/build-player.ts
USER node
EXPOSE 4000
CMD ["node", "--import", "./platform/src/process/typescript.mjs", "gateway/src/main.ts"]
