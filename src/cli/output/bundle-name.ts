/** The name of the one export of all journeys, as that of a journey is its id. */
export const bundleName = "bundle";
