/** What is wrong with the user's program, and how it is said. */
package io.cotangent.processor.report;
