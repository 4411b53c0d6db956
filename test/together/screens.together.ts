/** @jest-environment jsdom */
import "../taskpane/browser-globals";
// Here, not in one of the files: it cleans up after each test of all of them.
import "@testing-library/react";
import { together } from "./files";
import { GROUPS } from "./groups";

together(GROUPS.screens);
