package io.cotangent.processor.model;

import io.cotangent.processor.ir.Type;

/**
 * A parameter of an annotated method.
 *
 * @param differentiated whether derivatives with respect to it were asked for
 */
public record Parameter(String name, Type type, boolean differentiated) {}
