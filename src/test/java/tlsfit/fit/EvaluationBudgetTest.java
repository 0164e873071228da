package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationBudgetTest {

  @Test
  void allOfItMayBeSpentAndNoMore() {
    EvaluationBudget budget = new EvaluationBudget(10);
    assertThatCode(() -> budget.spend(4)).doesNotThrowAnyException();
    assertThatCode(() -> budget.spend(6)).doesNotThrowAnyException();
    assertThat(budget.spent()).isEqualTo(10);
    assertThatThrownBy(() -> budget.spend(1)).isInstanceOf(EvaluationBudget.Spent.class);
  }

  @Test
  void onceItIsSpentItStaysSo() {
    EvaluationBudget budget = new EvaluationBudget(10);
    assertThatThrownBy(() -> budget.spend(11)).isInstanceOf(EvaluationBudget.Spent.class);
    assertThatThrownBy(() -> budget.spend(0)).isInstanceOf(EvaluationBudget.Spent.class);
  }

  @Test
  void ofNothingNothingCanBeTaken() {
    EvaluationBudget budget = new EvaluationBudget(0);
    assertThatCode(() -> budget.spend(0)).doesNotThrowAnyException();
    assertThatThrownBy(() -> budget.spend(1)).isInstanceOf(EvaluationBudget.Spent.class);
  }

  @Test
  void threadsShareIt() {
    EvaluationBudget budget = new EvaluationBudget(1_000_000);
    IntStream.range(0, 10_000).parallel().forEach(i -> budget.spend(3));
    assertThat(budget.spent()).isEqualTo(30_000);
  }

  @Test
  void aCalculationThatWillTakeFarMoreIsEndedEarly() {
    EvaluationBudget budget = new EvaluationBudget(100);
    budget.spend(30);
    budget.foresee(0.25); // 120 in all
    budget.spend(10);
    assertThatThrownBy(() -> budget.foresee(0.25)).isInstanceOf(EvaluationBudget.Spent.class);
    budget.foresee(0.5);
  }
}
