BeforeDiscovery {
    $root = Resolve-Path $PSScriptRoot/../..
    $isMissing = -not (Get-Module PSScriptAnalyzer -ListAvailable)
    $places = @(
        Get-ChildItem $root -File | Where-Object Extension -In '.ps1', '.psm1', '.psd1' |
            ForEach-Object { @{ Path = $_.FullName; Settings = "$root/PSScriptAnalyzerSettings.psd1" } }
        Get-ChildItem $root/HyperVLab.Testing -File | Where-Object Extension -In '.ps1', '.psm1', '.psd1' |
            ForEach-Object { @{ Path = $_.FullName; Settings = "$root/PSScriptAnalyzerSettings.psd1" } }
        @{
            Path     = "$root/HyperVLab.Testing/StandIns"
            Settings = "$root/HyperVLab.Testing/StandIns/PSScriptAnalyzerSettings.psd1"
        }
        if (Test-Path $root/labs) {
            @{ Path = "$root/labs"; Settings = "$root/labs/PSScriptAnalyzerSettings.psd1" }
        }
        @{ Path = "$root/Pester"; Settings = "$root/Pester/PSScriptAnalyzerSettings.psd1" }
    )
}

Describe 'PSScriptAnalyzer' -Skip:$isMissing {
    It 'has nothing to say of <Path>' -ForEach $places {
        $found = Invoke-ScriptAnalyzer -Path $Path -Settings $Settings -Recurse
        $found | ForEach-Object { "$($_.ScriptName):$($_.Line): $($_.RuleName): $($_.Message)" } |
            Should -BeNullOrEmpty
    }
}
