BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab -Preset BladeCenterS -Name macs | Out-Null
    $script:host1, $script:host2 = (Get-LabVMHost | Sort-Object Name).Name
}

AfterAll { Remove-Lab macs }

Describe 'Set-LabVMHost -MacAddressMinimum and -MacAddressMaximum' {
    It 'begin with 256 addresses of the host' {
        $known = Get-LabVMHost $host1
        $known.MacAddressMinimum | Should -Match '^00155D[0-9A-F]{4}00$'
        $known.MacAddressMaximum | Should -Be ($known.MacAddressMinimum -replace '00$', 'FF')
    }

    It 'change nothing under -WhatIf' {
        $before = (Get-Lab).JournalHash
        Set-LabVMHost $host1 -MacAddressMinimum 00155D010000 -MacAddressMaximum 00155D01000F -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
    }

    It 'refuse what is no range' {
        { Set-LabVMHost $host1 -MacAddressMinimum 00155D0100FF -MacAddressMaximum 00155D010000 -ErrorAction Stop } |
            Should -Throw '*minimum may not be above the maximum*' -ErrorId (
                'InvalidParameter,HyperVLab.Commands.Hosts.SetLabVMHostCommand')
        { Set-LabVMHost $host1 -MacAddressMaximum 01005E010000 -ErrorAction Stop } | Should -Throw '*group*'
    }

    It 'give the machines that start there addresses of the range, until it is given out' {
        $set = Set-LabVMHost $host1 -MacAddressMinimum 00-15-5D-01-00-00 -MacAddressMaximum 00155D010000 -Passthru
        $set.MacAddressMinimum, $set.MacAddressMaximum | Should -Be 00155D010000, 00155D010000
        $switch = (Get-LabVMSwitch -ComputerName $host1)[0].Name
        foreach ($name in 'mac1', 'mac2') {
            New-LabVM $name -ComputerName $host1 -SwitchName $switch -MemoryStartupBytes 256MB -NoVHD | Out-Null
        }
        Start-LabVM mac1
        (Get-LabVMNetworkAdapter mac1).MacAddress | Should -Be '00155D010000'
        { Start-LabVM mac2 -ErrorAction Stop } | Should -Throw '*given all dynamic MAC addresses*'
        Set-LabVMHost $host1 -MacAddressMaximum 00155D01000F
        Start-LabVM mac2
        (Get-LabVMNetworkAdapter mac2).MacAddress | Should -Be '00155D010001'
    }

    It 'may overlap, and then an address is there twice without the lab being wrong' {
        Set-LabVMHost $host2 -MacAddressMinimum 00155D010000 -MacAddressMaximum 00155D01000F
        $switch = (Get-LabVMSwitch -ComputerName $host2)[0].Name
        New-LabVM mac3 -ComputerName $host2 -SwitchName $switch -MemoryStartupBytes 256MB -NoVHD | Out-Null
        Start-LabVM mac3
        (Get-LabVMNetworkAdapter mac3).MacAddress | Should -Be '00155D010000'
        Test-Lab | Where-Object IsViolated | Should -BeNullOrEmpty
    }
}
