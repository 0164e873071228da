package tlsfit.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.files.PortableName.Fault;

class PortableNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"al-a", "mesuré", "日本", "a.b", "console", "com10", "lpt", "nul-1", "µ ± 5", "=1"})
  void isAName(String name) {
    assertThat(PortableName.fault(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CON",
        "nul",
        "Com1",
        "LPT9",
        "aux",
        "prn",
        "CLOCK$",
        "con.txt",
        "COM1.a.b",
        "com¹",
        "nul .x"
      })
  void isADevice(String name) {
    assertThat(PortableName.fault(name)).contains(Fault.DEVICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u001b",
        "a\u0007b",
        "\u202ea",
        "a\u200bb",
        "\ufeffa",
        "a\u0085",
        "a\nb",
        "a\u00adb"
      })
  void hasWhatNobodySees(String name) {
    assertThat(PortableName.fault(name)).contains(Fault.UNSEEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "-rf", "a.", "a "})
  void isNoName(String name) {
    assertThat(PortableName.fault(name)).contains(Fault.NO_NAME);
  }

  @Test
  void isLongOrHasACharacterOfPaths() {
    assertThat(PortableName.fault("a".repeat(101))).contains(Fault.LONG);
    assertThat(PortableName.fault("日".repeat(67))).contains(Fault.LONG);
    assertThat(PortableName.fault("日".repeat(66))).isEmpty();
    for (String name : new String[] {"../../evil", "a/b", "<script>", "a|b", "a:b", "a*"}) {
      assertThat(PortableName.fault(name)).as(name).contains(Fault.CHARACTER);
    }
  }
}
