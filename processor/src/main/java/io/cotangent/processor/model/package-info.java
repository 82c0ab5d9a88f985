/** What is handed from one end of the compiler to the other: the request and the finished parts. */
package io.cotangent.processor.model;
