import { together } from "./together";
import { GROUPS } from "./groups";

together(GROUPS.commandLine);
