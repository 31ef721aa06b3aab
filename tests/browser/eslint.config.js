import js from "@eslint/js";
import globals from "globals";

// The parts of the page's script are one in the page.
const parts = ["credit", "workload", "pairs", "profile", "merged", "save", "cellValue", "tableRows", "csvOf", "xlsxOf", "svgOf", "savePng"];
const shared = Object.fromEntries(parts.map((name) => [name, "readonly"]));

export default [
  js.configs.recommended,
  { languageOptions: { ecmaVersion: 2023 } },
  { files: ["**/web/*.js"], languageOptions: { sourceType: "script", globals: { ...globals.browser, ...shared } }, rules: { "no-unused-vars": ["error", { vars: "local" }], "no-redeclare": ["error", { builtinGlobals: false }], "no-eval": "error", "no-implied-eval": "error", eqeqeq: "error" } },
  { files: ["**/*.mjs"], languageOptions: { sourceType: "module", globals: { ...globals.nodeBuiltin, document: "readonly", location: "writable" } } },
];
