/** `npm run docs:codes`: writes docs/finding-codes.md. */
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { findingCodesPage } from "./finding-codes";

writeFileSync(path.join(__dirname, "../../docs/finding-codes.md"), findingCodesPage());
