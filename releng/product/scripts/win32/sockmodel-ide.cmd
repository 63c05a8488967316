@echo off
rem Starts SockModel with the Java of JAVA_HOME or of the path; 17 or later. Arguments are Eclipse's own.
setlocal
set java=java
if not "%JAVA_HOME%"=="" set java=%JAVA_HOME%\bin\java
for %%f in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set launcher=%%f
"%java%" -jar "%launcher%" -nosplash -name SockModel %*
exit /b %errorlevel%
