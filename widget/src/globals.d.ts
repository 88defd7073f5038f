// esbuild puts style sheets into the script as text (build.mjs).
declare module "*.css" {
  const text: string;
  export default text;
}
