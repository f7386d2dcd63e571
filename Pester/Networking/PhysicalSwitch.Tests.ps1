BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'Add-LabPhysicalSwitch' {
    It 'adds a switch to the network of another one' {
        $switch = Add-LabPhysicalSwitch -Name ESM1 -PortCount 20 -UplinkSwitchName management
        $switch.UplinkSwitchName | Should -Be 'Management'
        $switch.FreePortCount | Should -Be 19
    }

    It 'takes names from the pipeline' {
        $made = [pscustomobject]@{ Name = 'ESM2' }, [pscustomobject]@{ Name = 'ESM3' } | Add-LabPhysicalSwitch
        $made.Name | Should -Be 'ESM2', 'ESM3'
    }

    It 'changes nothing under -WhatIf' {
        $before = (Get-Lab).JournalHash
        Add-LabPhysicalSwitch -Name ESM9 -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
    }

    It 'refuses a name that is taken, whatever its case' {
        { Add-LabPhysicalSwitch -Name esm1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Networking.AddLabPhysicalSwitchCommand'
    }

    It 'refuses names with wildcards and an unknown uplink' {
        { Add-LabPhysicalSwitch -Name 'ESM*' -ErrorAction Stop } | Should -Throw '*cannot be a name*'
        { Add-LabPhysicalSwitch -Name ESM9 -UplinkSwitchName none -ErrorAction Stop } |
            Should -Throw '*no physical switch*'
    }
}

Describe 'Set-LabPhysicalSwitch' {
    It 'gives the cable to the switch above a speed, which the switch shows' {
        (Get-LabPhysicalSwitch ESM1).UplinkSpeed | Should -BeNullOrEmpty
        $switch = Set-LabPhysicalSwitch ESM1 -UplinkSpeedBitsPerSecond 1000000000 -Passthru
        $switch.UplinkSpeed | Should -Be '1 Gbps'
        Get-LabPhysicalSwitch ESM1 | Out-String -Width 80 | Should -Match 'Management\s+1 Gbps'
        Get-LabPhysicalSwitch ESM1 | Set-LabPhysicalSwitch -UplinkSpeedBitsPerSecond 0
        $switch.UplinkSpeed | Should -BeNullOrEmpty
    }

    It 'says of a switch without an uplink how one is plugged in' {
        { Set-LabPhysicalSwitch ESM2 -UplinkSpeedBitsPerSecond 1000000000 -ErrorAction Stop } | Should -Throw `
            '*-UplinkSwitchName*' -ErrorId 'InvalidParameter,HyperVLab.Commands.Networking.SetLabPhysicalSwitchCommand'
    }

    It 'changes nothing under -WhatIf' {
        $before = (Get-Lab).JournalHash
        Set-LabPhysicalSwitch ESM1 -UplinkSpeedBitsPerSecond 1000000000 -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
    }
}

Describe 'Get-LabPhysicalSwitch' {
    It 'finds switches by name and pattern' {
        (Get-LabPhysicalSwitch ESM1).PortCount | Should -Be 20
        (Get-LabPhysicalSwitch ESM*).Count | Should -Be 3
        'ESM1', 'ESM2' | Get-LabPhysicalSwitch | Should -HaveCount 2
        Get-LabPhysicalSwitch none* | Should -BeNullOrEmpty
    }

    It 'completes names without touching the lab' {
        $before = (Get-Lab).JournalHash
        $line = 'Get-LabPhysicalSwitch Man'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain 'Management'
        (Get-Lab).JournalHash | Should -Be $before
    }
}

Describe 'Get-LabPhysicalSwitchMacAddress' {
    It 'shows what a switch has learned, and forgets it after five minutes' {
        Test-LabConnection DC1 -Quiet | Should -BeTrue
        $known = Get-LabPhysicalSwitchMacAddress Management
        $known.Port | Should -Contain 'DC1: Local Area Connection'
        $known.MacAddress | Should -Contain (Get-LabNetAdapter -ComputerName DC1).PermanentAddress
        Step-LabClock -Seconds 301
        Get-LabPhysicalSwitchMacAddress Management | Should -BeNullOrEmpty
        (Get-LabPhysicalSwitchMacAddress Management -IncludeAged).HasAged | Should -Not -Contain $false
    }
}
