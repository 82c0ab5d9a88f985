package io.cotangent.corpus;

import io.cotangent.Constant;
import io.cotangent.Differentiable;

/** Exceptions and constants among objects. */
final class TryObjectCorpus {
  private TryObjectCorpus() {}

  /** A sum that refuses numbers. */
  private static final class Account {
    private double sum;
    @Constant double rate = 2;
    private int failures;

    Account(double first) {
      if (first > 100) {
        throw new IllegalArgumentException("too much");
      }
      this.sum = first;
      this.rate = first;
    }

    void add(double amount) {
      sum += amount;
      if (amount < 0) {
        throw new TooLittle(failures);
      }
      sum *= amount;
    }
  }

  /** The exception of an account. */
  static final class TooLittle extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int before;

    TooLittle(int before) {
      super("before: " + before);
      this.before = before;
    }
  }

  @Differentiable
  static double accounts(double[] x) {
    Account account = new Account(x[0]);
    for (double amount : x) {
      try {
        account.add(amount);
      } catch (TooLittle e) {
        account.failures++;
        account.sum *= 2;
      } finally {
        account.sum += 1;
      }
    }
    return account.sum * account.failures;
  }

  @Differentiable
  static double constructors(double x) {
    Account account;
    try {
      account = new Account(x * x);
    } catch (IllegalArgumentException e) {
      account = new Account(x);
    }
    account.add(3);
    return account.sum * account.sum;
  }

  /** The rate is x, but constant. */
  @Differentiable
  static double constantField(double x) {
    Account account = new Account(x);
    return account.rate * account.sum;
  }
}
