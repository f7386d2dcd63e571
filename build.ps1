#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests, documents and packages HyperVLab.
.EXAMPLE
    ./build.ps1
    Builds, so that Import-Module ./HyperVLab.psd1 works.
.EXAMPLE
    ./build.ps1 Package
    Stages the modules HyperVLab and HyperVLab.Testing under artifacts/module/<name>/<version>.
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Docs', 'Package')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

foreach ($name in $Task) {
    switch ($name) {
        'Build' { dotnet build $PSScriptRoot/HyperVLab.sln --configuration $Configuration --nologo }
        'Test' { dotnet test $PSScriptRoot/HyperVLab.sln --configuration $Configuration --nologo }
        'Docs' {
            dotnet build $PSScriptRoot/src/HyperVLab --configuration $Configuration --nologo
            $tool = "$PSScriptRoot/tools/HyperVLab.Help/bin/$Configuration/net10.0/HyperVLab.Help.dll"
            $module = "$PSScriptRoot/src/HyperVLab/bin/$Configuration/net10.0/HyperVLab.dll"
            dotnet $tool pages $module $PSScriptRoot/docs/cmdlets
        }
        'Package' {
            $version = (Import-PowerShellDataFile $PSScriptRoot/HyperVLab.psd1).ModuleVersion
            $stage = "$PSScriptRoot/artifacts/module/HyperVLab/$version"
            if (Test-Path $stage) { Remove-Item $stage -Recurse }
            dotnet build $PSScriptRoot/src/HyperVLab --configuration Release --nologo "-p:ModuleBin=$stage/bin/"
            'HyperVLab.psd1', 'HyperVLab.psm1', 'HyperVLab.format.ps1xml', 'LICENSE', 'CHANGELOG.md' |
                ForEach-Object { Copy-Item "$PSScriptRoot/$_" $stage }
            $testing = "$PSScriptRoot/artifacts/module/HyperVLab.Testing/$version"
            if (Test-Path $testing) { Remove-Item $testing -Recurse }
            New-Item $testing -ItemType Directory | Out-Null
            Copy-Item "$PSScriptRoot/HyperVLab.Testing/*", "$PSScriptRoot/LICENSE" $testing -Recurse
            Get-Item $stage, $testing
        }
    }
}
