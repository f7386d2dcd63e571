BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'HV1', 'HV2') {
        Add-LabHost $name -NetworkAdapterCount 4 | Install-LabOperatingSystem -Edition HyperVServer2012R2
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
        New-LabNetLbfoTeam Team1 'Local*[34]' -ComputerName $name | Out-Null
    }
    $script:on = @{ ComputerName = 'HV1' }
}

AfterAll { Remove-Lab Lab }

Describe 'Add-LabNetLbfoTeamNic' {
    AfterEach { Get-LabNetLbfoTeamNic | Where-Object Primary -EQ $false | Remove-LabNetLbfoTeamNic }

    It 'makes an adapter as the real one shows it' {
        $nic = Add-LabNetLbfoTeamNic Team1 42 @on
        $nic.Name | Should -Be 'Team1 - VLAN 42'
        $nic.VlanID | Should -Be 42
        $nic.Primary, $nic.Default | Should -Be $false, $false
        (Get-LabNetLbfoTeam Team1 @on).TeamNics | Should -Be 'Team1', 'Team1 - VLAN 42'
        (Get-LabNetAdapter 'Team1 - VLAN 42').VlanID | Should -Be 42
        (Get-LabNetAdapter 'Team1 - VLAN 42').InterfaceDescription |
            Should -BeLike 'Microsoft Network Adapter Multiplexor Driver #*'
    }

    It 'lets computers meet in a VLAN, and nowhere else' {
        Add-LabNetLbfoTeamNic Team1 42 @on | Out-Null
        Add-LabNetLbfoTeamNic Team1 42 Backup -ComputerName HV2 | Out-Null
        New-LabNetIPAddress 10.42.0.1 -InterfaceAlias 'Team1 - VLAN 42' @on | Out-Null
        New-LabNetIPAddress 10.42.0.2 -InterfaceAlias Backup -ComputerName HV2 | Out-Null
        (Test-LabConnection 10.42.0.2 -Source HV1 -Count 1).Status | Should -Be Success
        Set-LabNetLbfoTeamNic Backup -VlanID 43 -ComputerName HV2
        Test-LabConnection 10.42.0.2 -Source HV1 -Count 1 -Quiet | Should -BeFalse
    }

    It 'is refused where a VLAN is taken, is none, or a switch has the team' {
        Add-LabNetLbfoTeamNic Team1 42 @on | Out-Null
        { Add-LabNetLbfoTeamNic Team1 42 Other @on -ErrorAction Stop } | Should -Throw '*already*'
        { Add-LabNetLbfoTeamNic Team1 4095 @on -ErrorAction Stop } | Should -Throw '*4094*'
        { New-LabVMSwitch VMs -NetAdapterName Team1 @on -ErrorAction Stop } | Should -Throw '*default mode*'
        Remove-LabNetLbfoTeamNic Team1 42 @on
        New-LabVMSwitch VMs -NetAdapterName Team1 @on | Out-Null
        { Add-LabNetLbfoTeamNic Team1 42 @on -ErrorAction Stop } | Should -Throw "*'VMs'*"
        Remove-LabVMSwitch VMs -Force @on
    }

    It 'changes nothing under -WhatIf' {
        $before = (Get-Lab).JournalHash
        Add-LabNetLbfoTeamNic Team1 42 @on -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
    }
}

Describe 'Set-LabNetLbfoTeamNic' {
    It 'gives the first adapter a VLAN and takes it away' {
        $nic = Set-LabNetLbfoTeamNic Team1 -VlanID 5 -Passthru @on
        $nic.Name, $nic.VlanID, $nic.Default | Should -Be 'Team1 - VLAN 5', 5, $false
        Get-LabNetLbfoTeam Team1 @on | Set-LabNetLbfoTeamNic -Default
        $nic.Name, $nic.Default | Should -Be 'Team1', $true
    }
}

Describe 'Remove-LabNetLbfoTeamNic' {
    It 'leaves the adapter that the team was made with' {
        { Get-LabNetLbfoTeamNic Team1 @on | Remove-LabNetLbfoTeamNic -ErrorAction Stop } |
            Should -Throw '*Remove-LabNetLbfoTeam*'
        { Remove-LabNetLbfoTeamNic Team1 99 @on -ErrorAction Stop } | Should -Throw '*VLAN 99*'
    }
}

Describe 'Set-LabNetLbfoTeamMember' {
    It 'lets a member stand by' {
        Set-LabNetLbfoTeamMember 'Local Area Connection 4' -AdministrativeMode Standby @on
        (Get-LabNetLbfoTeamMember 'Local Area Connection 4' @on).OperationalStatus | Should -Be Standby
        { Get-LabNetLbfoTeam Team1 @on | Set-LabNetLbfoTeamMember -AdministrativeMode Standby -ErrorAction Stop } |
            Should -Throw '*one standby*'
        Get-LabNetLbfoTeamMember 'Local Area Connection 4' @on | Set-LabNetLbfoTeamMember -AdministrativeMode Active
        (Get-LabNetLbfoTeamMember 'Local Area Connection 4' @on).OperationalStatus | Should -Be Active
    }
}

Describe 'Restart-LabNetAdapter' {
    It 'ends the clash after the first member has left' {
        $first = (Get-LabNetAdapter 'Local Area Connection 3' @on).MacAddress
        Remove-LabNetLbfoTeamMember 'Local Area Connection 3' Team1 @on
        (Get-LabNetAdapter Team1 @on).MacAddress | Should -Be $first
        $team = Restart-LabNetAdapter Team1 -Passthru @on
        $team.MacAddress | Should -Be (Get-LabNetAdapter 'Local Area Connection 4' @on).MacAddress
    }
}
