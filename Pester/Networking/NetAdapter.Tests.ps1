BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost HV1 | Install-LabOperatingSystem -Edition HyperVServer2008R2
    $script:one = 'Local Area Connection'
    $script:two = 'Local Area Connection 2'
}

AfterAll { Remove-Lab Lab }

Describe 'Get-LabNetAdapter' {
    It 'shows names, descriptions, speed and state as Windows does' {
        $adapter = Get-LabNetAdapter $two -ComputerName hv1
        $adapter.InterfaceDescription | Should -BeLike '* #2'
        $adapter.MacAddress | Should -Match '^00-14-5E(-[0-9A-F]{2}){3}$'
        $adapter.LinkSpeed | Should -Be '1 Gbps'
        $adapter.Status | Should -Be 'Up'
    }

    It 'shows whole names and addresses in 80 columns' {
        $adapter = Get-LabNetAdapter $two -ComputerName HV1
        $adapter | Out-String -Width 80 | Should -BeLike "*$two *$($adapter.MacAddress) 1 Gbps*"
    }

    It 'filters by computer, description and kind' {
        Get-LabNetAdapter -ComputerName HV1 | Should -HaveCount 2
        Get-LabNetAdapter -InterfaceDescription '*#2' | Should -HaveCount 1
        Get-LabNetAdapter -Physical | Should -HaveCount 4
        [pscustomobject]@{ ComputerName = 'HV1' } | Get-LabNetAdapter | Should -HaveCount 2
    }

    It 'gives the real error for an unknown name' {
        { Get-LabNetAdapter none -ErrorAction Stop } | Should -Throw -ErrorId (
            'CmdletizationQuery_NotFound_Name,HyperVLab.Commands.Networking.GetLabNetAdapterCommand')
    }
}

Describe 'Disconnect-LabNetAdapter and Connect-LabNetAdapter' {
    It 'pull and plug a cable' {
        $adapter = Get-LabNetAdapter $two -ComputerName HV1
        $adapter | Disconnect-LabNetAdapter
        $adapter.Status | Should -Be 'Disconnected'
        ($adapter | Connect-LabNetAdapter -Passthru).Status | Should -Be 'Up'
    }

    It 'plug a cable into another switch' {
        Add-LabPhysicalSwitch Other | Out-Null
        Connect-LabNetAdapter $two -ComputerName HV1 -PhysicalSwitchName Other
        (Get-LabNetAdapter $two -ComputerName HV1).PhysicalSwitchName | Should -Be 'Other'
        Connect-LabNetAdapter $two -ComputerName HV1 -PhysicalSwitchName Management
    }

    It 'change nothing under -WhatIf' {
        $before = (Get-Lab).JournalHash
        Disconnect-LabNetAdapter $two -ComputerName HV1 -WhatIf
        Connect-LabNetAdapter $two -ComputerName HV1 -PhysicalSwitchName Other -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
    }
}

Describe 'New-LabNetAdapterBond and Remove-LabNetAdapterBond' {
    It 'make one adapter of two, and take it apart' {
        $address = (Get-LabNetAdapter $one -ComputerName HV1).IPAddress
        $bond = New-LabNetAdapterBond Team1 -TeamMembers $one, $two -ComputerName HV1
        $bond.LinkSpeed | Should -Be '2 Gbps'
        $bond.BondMembers | Should -Be $one, $two
        $bond.IPAddress | Should -Be $address
        $bond | Remove-LabNetAdapterBond
        (Get-LabNetAdapter $one -ComputerName HV1).IPAddress | Should -Be $address
        { Get-LabNetAdapter Team1 -ErrorAction Stop } | Should -Throw
    }

    It 'refuse one member, and change nothing under -WhatIf' {
        { New-LabNetAdapterBond Team1 -TeamMembers $one -ComputerName HV1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Networking.NewLabNetAdapterBondCommand'
        $before = (Get-Lab).JournalHash
        New-LabNetAdapterBond Team1 -TeamMembers $one, $two -ComputerName HV1 -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
    }
}
