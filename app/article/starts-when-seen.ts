import { createContext } from "react";

/** Whether figures begin by themselves. Who asks for less motion starts each by hand. */
export const StartsWhenSeen = createContext(false);
