BeforeDiscovery {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    $topic = "$PSScriptRoot/../../src/HyperVLab/en-US/about_HyperVLab_Faults.help.txt"

    # An example is what is indented by eight columns; a block of such lines is one.
    $examples = [regex]::Matches((Get-Content $topic -Raw), '(?m)(^        \S?.*\r?\n)+') |
        ForEach-Object { @{ Code = $_.Value; Title = ($_.Value.Trim() -split '\r?\n')[0] } }
    $kinds = [enum]::GetNames([HyperVLab.Engine.Faults.FaultKind]) | ForEach-Object { @{ Kind = $_ } }
}

BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    $text = Get-Content $PSScriptRoot/../../src/HyperVLab/en-US/about_HyperVLab_Faults.help.txt -Raw
}

Describe 'about_HyperVLab_Faults' {
    BeforeEach {
        New-Lab -Preset BladeCenterS | Out-Null
        Start-LabVM web01
        Step-LabClock -Seconds 120
    }

    AfterEach { Remove-Lab Lab }

    It 'has an example that runs: <Title>' -ForEach $examples {
        { $ErrorActionPreference = 'Stop'; & ([scriptblock]::Create($Code)) } | Should -Not -Throw
    }

    It 'tells of the kind <Kind>' -ForEach $kinds { $text | Should -MatchExactly "\b$Kind\b" }
}
