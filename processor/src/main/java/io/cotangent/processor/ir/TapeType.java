package io.cotangent.processor.ir;

/** The type of the run-time tape on which a forward sweep leaves values for the reverse sweep. */
public enum TapeType implements Type {
  TAPE;

  @Override
  public String toString() {
    return "tape";
  }
}
