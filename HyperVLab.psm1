if (-not [System.IO.File]::Exists("$PSScriptRoot/bin/HyperVLab.dll")) {
    throw "HyperVLab has not been built yet. Run 'dotnet build' in $PSScriptRoot, then import it again."
}

Import-Module -Name "$PSScriptRoot/bin/HyperVLab.dll"
