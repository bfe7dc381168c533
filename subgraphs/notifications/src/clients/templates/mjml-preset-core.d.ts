/** MJML's own components as one preset; the package has no types. */
declare module 'mjml-preset-core' {
  const preset: { readonly components: readonly unknown[]; readonly dependencies: Readonly<Record<string, unknown>> };
  export default preset;
}
