BeforeDiscovery {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    $readers = Get-Command -Module HyperVLab -Verb Get | Where-Object {
        $_.ParameterSets | Where-Object { -not ($_.Parameters | Where-Object IsMandatory) }
    } | ForEach-Object Name
    $changers = Get-Command -Module HyperVLab | Where-Object { $_.Parameters.ContainsKey('WhatIf') } |
        ForEach-Object Name
}

Describe 'A lab that is only looked at' {
    BeforeAll {
        Import-Module $PSScriptRoot/../../HyperVLab.psd1
        New-Lab -Preset BladeCenterS -Seed 7 | Out-Null
        $hash = (Get-Lab).JournalHash

        # Some write files where they stand, such as cluster logs.
        Push-Location $TestDrive
    }

    AfterAll {
        Pop-Location
        Get-Lab | Remove-Lab
    }

    It 'has the same journal hash after <_>' -ForEach $readers {
        & $_ -ErrorAction SilentlyContinue | Out-String | Out-Null
        (Get-Lab).JournalHash | Should -Be $hash
    }

    It 'has the same journal hash after the completion of <_>' -ForEach $changers {
        $completed = (Get-Command $_).Parameters.Values | Where-Object {
            $_.Attributes.TypeId.Name -contains 'ArgumentCompleterAttribute'
        }
        foreach ($parameter in $completed) {
            $line = "$_ -$($parameter.Name) "
            TabExpansion2 $line $line.Length | Out-Null
        }

        (Get-Lab).JournalHash | Should -Be $hash
    }
}
