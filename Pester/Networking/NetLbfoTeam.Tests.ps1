BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost HV1 -NetworkAdapterCount 4 | Install-LabOperatingSystem -Edition HyperVServer2012R2
    Add-LabHost OLD | Install-LabOperatingSystem -Edition HyperVServer2008R2
    foreach ($name in 'HV1', 'OLD') {
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    $script:members = 'Local Area Connection 3', 'Local Area Connection 4'
    $script:on = @{ ComputerName = 'HV1' }
}

AfterAll { Remove-Lab Lab }

Describe 'New-LabNetLbfoTeam' {
    AfterEach { Get-LabNetLbfoTeam | Remove-LabNetLbfoTeam }

    It 'makes a team as the real one shows it' {
        $team = New-LabNetLbfoTeam Team1 $members @on
        $team.Members | Should -Be $members
        $team.TeamNics | Should -Be 'Team1'
        $team.TeamingMode | Should -Be SwitchIndependent
        $team.LoadBalancingAlgorithm | Should -Be Dynamic
        $team.Status | Should -Be Up
        $adapter = Get-LabNetAdapter Team1
        $adapter.InterfaceDescription | Should -Be 'Microsoft Network Adapter Multiplexor Driver'
        $adapter.LinkSpeed | Should -Be '2 Gbps'
    }

    It 'takes wildcards, and the name of its adapter' {
        $team = New-LabNetLbfoTeam Team1 'Local*[34]' -TeamNicName Front -LoadBalancingAlgorithm HyperVPort @on
        $team.Members | Should -Be $members
        $team.TeamNics | Should -Be 'Front'
    }

    It 'is refused on 2008 R2, with the way that there is' {
        { New-LabNetLbfoTeam Team1 'Local Area Connection 2' -ComputerName OLD -ErrorAction Stop } |
            Should -Throw '*came with Windows Server 2012*New-LabNetAdapterBond*'
    }

    It 'changes nothing under -WhatIf' {
        $before = (Get-Lab).JournalHash
        New-LabNetLbfoTeam Team1 $members @on -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
    }
}

Describe 'a team' {
    BeforeAll { New-LabNetLbfoTeam Team1 $members @on | Out-Null }

    AfterAll { Remove-LabNetLbfoTeam Team1 @on }

    It 'shows a member whose cable was pulled' {
        Disconnect-LabNetAdapter $members[0] @on
        (Get-LabNetLbfoTeam Team1).Status | Should -Be Degraded
        $member = Get-LabNetLbfoTeam | Get-LabNetLbfoTeamMember | Where-Object Name -EQ $members[0]
        $member.OperationalStatus | Should -Be Failed
        $member.FailureReason | Should -Be PhysicalMediaDisconnected
        Connect-LabNetAdapter $members[0] @on
        (Get-LabNetLbfoTeamMember $members[0] @on).OperationalStatus | Should -Be Active
    }

    It 'needs a channel of the physical switch for LACP' {
        $team = Set-LabNetLbfoTeam Team1 -TeamingMode Lacp @on -Passthru
        $team.Status | Should -Be Down
        (Get-LabNetLbfoTeamMember -Team Team1)[0].FailureReason | Should -Be LacpNegotiationIssue
        Get-LabNetAdapter $members @on | Set-LabPhysicalSwitchPort Management -ChannelGroup 1 -Lacp
        $team.Status | Should -Be Up
        (Get-LabPhysicalSwitchPort Management | Where-Object Port -Like "HV1: $($members[0])").ChannelGroup |
            Should -Be 1
        Get-LabNetLbfoTeam Team1 | Set-LabNetLbfoTeam -TeamingMode SwitchIndependent
    }

    It 'takes a standby member and lets it go' {
        $member = Add-LabNetLbfoTeamMember 'Local Area Connection 2' Team1 -AdministrativeMode Standby @on
        $member.OperationalStatus | Should -Be Standby
        $member.AdministrativeMode | Should -Be Standby
        (Get-LabNetLbfoTeam Team1).Members | Should -HaveCount 3
        $member | Remove-LabNetLbfoTeamMember
        Get-LabNetLbfoTeamMember -Team Team1 | Should -HaveCount 2
    }

    It 'loses a member by name, but not the last one' {
        Remove-LabNetLbfoTeamMember $members[1] Team1 @on
        { Remove-LabNetLbfoTeamMember $members[0] Team1 @on -ErrorAction Stop } | Should -Throw '*last member*'
        Add-LabNetLbfoTeamMember $members[1] Team1 @on | Out-Null
    }

    It 'gives the real error for an unknown name' {
        { Get-LabNetLbfoTeam none -ErrorAction Stop } | Should -Throw -ErrorId (
            'CmdletizationQuery_NotFound_Name,HyperVLab.Commands.Networking.GetLabNetLbfoTeamCommand')
        { Get-LabNetLbfoTeam $members[0] -ErrorAction Stop } | Should -Throw
        Get-LabNetLbfoTeam x* | Should -BeNullOrEmpty
    }

    It 'is taken by a virtual switch' {
        $switch = New-LabVMSwitch VMs -NetAdapterName Team1 -AllowManagementOS $false @on
        $switch.NetAdapterInterfaceDescription | Should -Be 'Microsoft Network Adapter Multiplexor Driver'
        { Remove-LabNetLbfoTeam Team1 @on -ErrorAction Stop } | Should -Throw '*virtual switch*'
        Remove-LabVMSwitch VMs
    }

    It 'changes nothing under -WhatIf' {
        $before = (Get-Lab).JournalHash
        Set-LabNetLbfoTeam Team1 -TeamingMode Static @on -WhatIf
        Remove-LabNetLbfoTeam Team1 @on -WhatIf
        Add-LabNetLbfoTeamMember 'Local Area Connection 2' Team1 @on -WhatIf
        Remove-LabNetLbfoTeamMember $members[0] Team1 @on -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
    }
}
