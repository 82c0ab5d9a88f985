/** Random programs as data: syntax tree, printer, and rebuilding with changes. */
package io.cotangent.fuzz.program;
