@echo off
rem Starts SockModel with the Java of JAVA_HOME or of the path; 17 or later. Arguments are Eclipse's own.
setlocal
set "java=java.exe"
if not "%JAVA_HOME%"=="" set "java=%JAVA_HOME%\bin\java.exe"
set found=
if exist "%java%" set found=yes
for %%j in (java.exe) do if "%JAVA_HOME%"=="" if not "%%~$PATH:j"=="" set found=yes
if defined found goto start
echo sockmodel-ide: "%java%": there is no such program; install Java 17 or later, or set JAVA_HOME to it 1>&2
exit /b 1
:start
for /f "delims=" %%f in ('dir /b "%~dp0plugins\org.eclipse.equinox.launcher_*.jar"') do set "launcher=%~dp0plugins\%%f"
"%java%" -jar "%launcher%" -nosplash -name SockModel %*
exit /b %errorlevel%
