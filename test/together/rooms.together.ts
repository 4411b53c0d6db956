import { together } from "./files";
import { GROUPS } from "./groups";

together(GROUPS.rooms);
