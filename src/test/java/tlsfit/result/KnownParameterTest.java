package tlsfit.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tlsfit.model.Parameter;

class KnownParameterTest {
  @Test
  void areThoseOfTheModels() {
    assertThat(
            Arrays.stream(KnownParameter.values())
                .map(known -> known.key() + " " + known.unit() + " " + known.positive()))
        .containsExactlyElementsOf(
            Arrays.stream(Parameter.values())
                .map(
                    parameter ->
                        parameter.key() + " " + parameter.unit() + " " + (parameter.lowest() > 0))
                .toList());
  }
}
