@echo off
rem Starts tlsfit from the folder it lies in, with the Java of JAVA_HOME or else of the PATH.
setlocal

set "home=%~dp0.."
if defined JAVA_HOME goto javaHome

set "java=java.exe"
where java.exe >nul 2>nul && goto version
echo tlsfit: no Java found. 1>&2
echo tlsfit: Install a Java 17 or newer, or set JAVA_HOME to its folder. 1>&2
exit /b 1

:javaHome
set "java=%JAVA_HOME%\bin\java.exe"
if exist "%java%" goto version
echo tlsfit: there is no Java in JAVA_HOME. 1>&2
echo tlsfit: Set it to a Java 17 or newer, or clear it to use the Java of the PATH. 1>&2
exit /b 1

:version
set "major=0"
for /f tokens^=2^ delims^=^" %%v in ('""%java%" -version 2^>^&1 ^| findstr /c:" version ""') do (
  for /f "tokens=1 delims=.-+" %%m in ("%%v") do set "major=%%m"
)
if %major% geq 17 goto run
echo tlsfit: needs Java 17 or newer; "%java%" is older or does not tell its version. 1>&2
echo tlsfit: Install a newer Java, or set JAVA_HOME to its folder. 1>&2
exit /b 1

:run
rem About these options see the other launcher.
"%java%" -XX:SharedArchiveFile="%home%\lib\tlsfit.jsa" -Xshare:auto ^
  -Xlog:disable -Xlog:all=error:stderr -Xlog:cds=off:stderr -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djdk.console=java.base ^
  -XX:PretenureSizeThreshold=1m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 ^
  -cp "%home%\lib\tlsfit.jar" tlsfit.cli.Main %*
exit /b %errorlevel%
