package io.cotangent.processor.source;

import io.cotangent.processor.report.Problem;
import javax.lang.model.element.AnnotationValue;

/**
 * Something wrong with a request itself.
 *
 * @param value the part of the annotation it is about; null for the method
 */
record Complaint(Problem problem, AnnotationValue value, Object[] arguments) {
  static Complaint of(Problem problem, AnnotationValue value, Object... arguments) {
    return new Complaint(problem, value, arguments);
  }
}
