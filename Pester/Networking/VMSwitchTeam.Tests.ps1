BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost HV1 -NetworkAdapterCount 4 | Install-LabOperatingSystem -Edition HyperVServer2019
    Enable-LabRemoteManagement HV1
    Join-LabDomain lab.local -ComputerName HV1 -Restart
    $script:nic = 'Local Area Connection 2', 'Local Area Connection 3', 'Local Area Connection 4'
    $script:switch = New-LabVMSwitch VMs -NetAdapterName $nic[0], $nic[1] -EnableEmbeddedTeaming $true `
        -ComputerName HV1
}

AfterAll { Remove-Lab Lab }

Describe 'A switch with an embedded team' {
    It 'looks as the real one' {
        $switch.EmbeddedTeamingEnabled | Should -BeTrue
        $switch.NetAdapterInterfaceDescription | Should -Be 'Teamed-Interface'
        $switch.NetAdapterInterfaceDescriptions | Should -HaveCount 2
        $team = $switch | Get-LabVMSwitchTeam
        $team.NetAdapterInterfaceDescription | Should -Be $switch.NetAdapterInterfaceDescriptions
        $team.TeamingMode | Should -Be SwitchIndependent
        $team.LoadBalancingAlgorithm | Should -Be HyperVPort
    }

    It 'hides its team from Get-LabNetAdapter, and keeps its members' {
        Get-LabNetAdapter Teamed* | Should -BeNullOrEmpty
        (Get-LabNetAdapter $nic[0]).BondName | Should -Be VMs
    }

    It 'gets a member more, and loses one' {
        Add-LabVMSwitchTeamMember VMs -NetAdapterName $nic[2]
        (Get-LabVMSwitchTeam VMs).NetAdapterInterfaceDescription | Should -HaveCount 3
        $switch | Remove-LabVMSwitchTeamMember -NetAdapterInterfaceDescription (
            Get-LabNetAdapter $nic[2]).InterfaceDescription
        (Get-LabVMSwitchTeam VMs).NetAdapterInterfaceDescription | Should -HaveCount 2
    }

    It 'changes its members and its balancing' {
        $changed = Set-LabVMSwitchTeam VMs -NetAdapterName $nic[1], $nic[2] -LoadBalancingAlgorithm Dynamic -Passthru
        $changed.Name | Should -Be VMs
        (Get-LabVMSwitchTeam).LoadBalancingAlgorithm | Should -Be Dynamic
        (Get-LabNetAdapter $nic[0]).BondName | Should -BeNullOrEmpty
        Set-LabVMSwitchTeam VMs -NetAdapterName $nic[0], $nic[1]
    }

    It 'refuses what an embedded team cannot' {
        { Set-LabVMSwitchTeam VMs -TeamingMode Lacp -ErrorAction Stop } | Should -Throw '*switch independent*'
        { Set-LabVMSwitch VMs -NetAdapterName $nic[2] -ErrorAction Stop } | Should -Throw '*Set-LabVMSwitchTeam*'
        { Get-LabVMSwitchTeam none -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidParameter,*'
    }

    It 'changes nothing under -WhatIf' {
        $before = (Get-Lab).JournalHash
        Add-LabVMSwitchTeamMember VMs -NetAdapterName $nic[2] -WhatIf
        Remove-LabVMSwitchTeamMember VMs -NetAdapterName $nic[1] -WhatIf
        Set-LabVMSwitchTeam VMs -LoadBalancingAlgorithm Dynamic -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
    }

    It 'frees its members when it goes' {
        Remove-LabVMSwitch VMs
        Get-LabVMSwitchTeam | Should -BeNullOrEmpty
        Get-LabNetAdapter | Where-Object BondName | Should -BeNullOrEmpty
    }
}

Describe 'New-LabVMSwitch -MinimumBandwidthMode' {
    It 'says in which units its ports keep bandwidth' {
        (New-LabVMSwitch Weighed -SwitchType Private -ComputerName HV1).BandwidthReservationMode | Should -Be Weight
        $switch = New-LabVMSwitch Kept -SwitchType Private -ComputerName HV1 -MinimumBandwidthMode Absolute
        $switch.BandwidthReservationMode | Should -Be Absolute
        New-LabVM web01 -ComputerName HV1 -SwitchName Kept -NoVHD | Out-Null
        Set-LabVMNetworkAdapter web01 -MinimumBandwidthAbsolute 100000000
        { Set-LabVMNetworkAdapter web01 -MinimumBandwidthWeight 5 -ErrorAction Stop } | Should -Throw '*Absolute*'
    }
}
