/**
 * Microsoft's rules for add-ins (with Prettier as one of them), TypeScript's and React's.
 * None needs types, so that the whole house is read in seconds; the compiler checks types apart.
 */
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const typescript = ["**/*.{ts,tsx,mts}"];

export default [
  { ignores: ["dist/", "coverage/", "node_modules/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  // There is no JSX outside of tsx files: React's rules would take their time on each of the others.
  ...officeAddins.configs.recommended,
  ...officeAddins.configs.react.map((config) => (config.files ? config : { ...config, files: ["**/*.tsx"] })),
  {
    files: typescript,
    languageOptions: { parser: tseslint.parser, ecmaVersion: 2022, sourceType: "module" },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      ...tseslint.configs.eslintRecommended.rules,
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-explicit-any": "error",
      // The rule of the TypeScript plugin knows types, the plain one takes parameters of types for variables.
      "no-unused-vars": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-eval": "error",
      "no-implied-eval": "error",
      // The full-width space is a letter like others in Chinese texts.
      "no-irregular-whitespace": ["error", { skipTemplates: true, skipRegExps: true }],
      // Cell text is read with patterns that name control characters on purpose.
      "no-control-regex": "off",
    },
  },
  {
    // What a Content-Security-Policy would refuse in the pane.
    files: ["src/**"],
    rules: { "no-new-func": "error" },
  },
  {
    // What is larger than Excel hands out at once is read block by block; tests count the calls instead.
    files: ["src/excel/**"],
    rules: { "office-addins/no-context-sync-in-loop": "off" },
  },
  {
    // Microsoft's library is run as a script of the test's own realm.
    files: ["test/excel-host/**"],
    rules: { "no-eval": "off" },
  },
  {
    // Cases try the very things that these rules warn of, and sync by a context that they are handed.
    files: ["src/excel/host-cases/**"],
    rules: {
      "office-addins/call-sync-after-load": "off",
      "office-addins/call-sync-before-read": "off",
      "office-addins/load-object-before-read": "off",
      "office-addins/no-context-sync-in-loop": "off",
      "office-addins/no-navigational-load": "off",
    },
  },
  {
    files: ["**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "react/no-danger": "error",
      // The automatic JSX runtime needs no React in scope, and TypeScript checks properties.
      "react/react-in-jsx-scope": "off",
      "react/prop-types": "off",
    },
  },
  {
    files: ["**/*.{js,cjs,mjs}"],
    languageOptions: {
      ecmaVersion: 2022,
      globals: {
        __dirname: "readonly",
        Buffer: "readonly",
        console: "readonly",
        module: "writable",
        process: "readonly",
        require: "readonly",
        URL: "readonly",
      },
    },
  },
];
