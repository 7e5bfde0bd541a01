/** Said by a root that another root of the same program cannot read at the place that is being computed. */
export class Elsewhere extends Error {}
