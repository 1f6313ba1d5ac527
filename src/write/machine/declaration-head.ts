/** How the types of a text begin, which tells them from files of others. */
export const declarationHead = "// Written by journeyc. Do not edit: change the journey and build again.\n";
