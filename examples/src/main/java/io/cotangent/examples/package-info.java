/** Programs that use generated derivatives, each with a {@code main}. */
package io.cotangent.examples;
