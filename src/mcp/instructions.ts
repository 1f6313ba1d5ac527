/** What an assistant is told when it connects: the ten sentences of AGENTS.md are much the same. */
export const instructions = `journeyc compiles login journeys of PingOne Advanced Identity Cloud and PingAM: a .journey text is what is edited, an export of JSON is what the platform imports.
Everything works offline: no tool reaches a tenant.
Read the resource journeyc://language/A-first-journey before you write a text, and journeyc://testing before you write scenarios; journeyc://examples are whole journeys.
Find node types with find_node_types by the words of the admin console, and ask node_type for their properties and outcomes: do not guess them.
Every outcome of a node needs an arrow: to a node, to success or to failure.
The loop is: write or change the text, check until there are no errors, try it with simulate_start and simulate_answer, fix its behaviour in scenarios, test.
explain tells what a finding means; fix corrects what is safe to correct; format gives a text its canonical form.
Before a change, ask uses who depends on a thing; after it, diff tells the consequences, such as a second factor that success no longer needs.
Texts can be given by value in texts, with scripts and resources beside them; files below the roots by paths.
Nothing is written without --write; what a tool answers in text can be written by whoever may.`;
