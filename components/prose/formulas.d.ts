/** Made by vite.config.ts from the catalogue: TeX to its parts in MathML. */
declare module "virtual:formulas" {
  const formulas: Readonly<Record<string, readonly string[]>>;
  export default formulas;
}
