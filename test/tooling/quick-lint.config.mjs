/** `npm test`: all rules except Prettier, which takes two thirds of their time; `npm run lint` and CI run it too. */
import rules from "../../eslint.config.mjs";

export default [...rules, { rules: { "prettier/prettier": "off" } }];
