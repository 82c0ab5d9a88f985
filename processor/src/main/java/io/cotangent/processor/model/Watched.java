package io.cotangent.processor.model;

import io.cotangent.processor.ir.Type;

/**
 * A local variable whose adjoint was asked for.
 *
 * @param type {@code double} or {@code float}
 */
public record Watched(String name, Type type) {}
