package tlsfit.fit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A limit on the number of model evaluations of a calculation. Counts what is spent, from any
 * thread, and ends the calculation with {@link Spent} where it would take more.
 */
public final class EvaluationBudget {
  private static final double FAR_MORE = 1.5;

  private final long limit;
  private final AtomicLong spent = new AtomicLong();

  /**
   * A budget of which nothing is spent.
   *
   * @param limit evaluations of the model at one reading, 0 or more
   */
  public EvaluationBudget(long limit) {
    this.limit = limit;
  }

  /**
   * Takes evaluations from the budget.
   *
   * @throws Spent if it has fewer left
   */
  public void spend(long evaluations) {
    if (spent.addAndGet(evaluations) > limit) {
      throw new Spent();
    }
  }

  /**
   * Ends a calculation early that goes on to take far more than the budget.
   *
   * @param share of all its work that was done so far [1], above 0
   * @throws Spent if at this pace it would take {@value #FAR_MORE} times the budget
   */
  public void foresee(double share) {
    if (spent.get() > FAR_MORE * share * limit) {
      throw new Spent();
    }
  }

  /** The evaluations taken so far. */
  public long spent() {
    return spent.get();
  }

  /** The end of a calculation whose budget is spent. */
  public static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spent() {}
  }
}
