/** Imported by who has every language at hand from the start: the command line, the worker, the tests. */
import { learn } from ".";
import { enUS } from "./en-US";
import "./learn-fetched";

learn("en-US", enUS);
