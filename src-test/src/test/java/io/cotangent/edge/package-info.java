/** Objects at the edge: annotated methods that take, return, change or belong to them. */
package io.cotangent.edge;
