/** The annotation processor and the list of its passes. */
package io.cotangent.processor;
