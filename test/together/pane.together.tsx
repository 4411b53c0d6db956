/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/react";
import { together } from "./together";
import { GROUPS } from "./groups";

together(GROUPS.pane);
