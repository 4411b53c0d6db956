/**
 * `npm run lint:types`: rules that need types. Apart from the others, as they take as long as all of those together; CI
 * runs both.
 */
import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

export default [
  {
    files: ["src/**/*.{ts,tsx}"],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    // Known here as well, for comments that switch one of theirs off.
    plugins: { "@typescript-eslint": tseslint.plugin, "office-addins": officeAddins },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    rules: {
      // Where nobody waits for it, its error would go nowhere.
      "@typescript-eslint/no-floating-promises": "error",
      // A case that is added to a union must be thought of at every switch over it.
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
];
