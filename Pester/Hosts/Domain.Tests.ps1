BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    'HOST1', 'HOST2' | Add-LabHost | Out-Null
    Install-LabOperatingSystem HOST1, HOST2 -Edition HyperVServer2008R2
}

AfterAll { Remove-Lab Lab }

Describe 'The domain' {
    It 'is there from the start, with its controller and administrator' {
        $domain = Get-LabADDomain
        $domain.DNSRoot | Should -Be 'lab.local'
        $domain.PDCEmulator | Should -Be 'DC1.lab.local'
        (Get-LabADUser).SamAccountName | Should -Contain 'Administrator'
        (Get-LabADComputer DC1).Kind | Should -Be 'Controller'
        (Get-LabDnsServerResourceRecord DC1).RecordType | Should -Be 'A'
    }

    It 'is joined with a restart' {
        Join-LabDomain lab.local -ComputerName HOST1 -WarningVariable warning -WarningAction SilentlyContinue
        $warning | Should -Be 'The changes will take effect after you restart the computer HOST1.'
        (Get-LabHost HOST1).Domain | Should -BeNullOrEmpty
        Restart-LabHost HOST1
        (Get-LabHost HOST1).Domain | Should -Be 'lab.local'
        $joined = Get-LabHost HOST2 | Join-LabDomain LAB -Restart -Passthru
        $joined.FullyQualifiedDomainName | Should -Be 'HOST2.lab.local'
        (Get-LabADComputer HOST*).Name | Should -Be 'HOST1', 'HOST2'
    }

    It 'is refused where it is unknown or joined already' {
        { Join-LabDomain contoso.com -ComputerName HOST1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'FailToJoinDomainFromWorkgroup,HyperVLab.Commands.Hosts.JoinLabDomainCommand'
        { Join-LabDomain lab.local -ComputerName HOST1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'AddComputerToSameDomain,HyperVLab.Commands.Hosts.JoinLabDomainCommand'
    }

    It 'is not joined under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Join-LabDomain lab.local -ComputerName DC1 -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}

Describe 'Local groups' {
    It 'have Domain Admins among the administrators, and whom one adds' {
        (Get-LabLocalGroupMember Administrators -ComputerName HOST1).Name | Should -Contain 'LAB\Domain Admins'
        'LAB\Administrator' | Add-LabLocalGroupMember Administrators -ComputerName HOST1, HOST2 | Should -BeNullOrEmpty
        (Get-LabLocalGroupMember Administrators LAB\Administrator).ComputerName | Should -Be 'HOST1', 'HOST2'
        Remove-LabLocalGroupMember Administrators LAB\Administrator -ComputerName HOST2
        (Get-LabLocalGroupMember Administrators LAB\Administrator).ComputerName | Should -Be 'HOST1'
    }

    It 'refuse whom nobody knows' {
        { Add-LabLocalGroupMember Administrators LAB\Nobody -ComputerName HOST1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'PrincipalNotFound,HyperVLab.Commands.Hosts.AddLabLocalGroupMemberCommand'
        { Add-LabLocalGroupMember Gods LAB\Administrator -ComputerName HOST1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'GroupNotFound,HyperVLab.Commands.Hosts.AddLabLocalGroupMemberCommand'
        { Remove-LabLocalGroupMember Administrators LAB\Nobody -ComputerName HOST1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'MemberNotFound,HyperVLab.Commands.Hosts.RemoveLabLocalGroupMemberCommand'
    }

    It 'stay as they are under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Add-LabLocalGroupMember Users LAB\Administrator -ComputerName HOST1 -WhatIf
        Remove-LabLocalGroupMember Administrators 'LAB\Domain Admins' -ComputerName HOST1 -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}

Describe 'Firewall groups' {
    It 'are off and can be switched' {
        (Get-LabNetFirewallRule 'Remote Volume*' -ComputerName HOST1).Enabled | Should -BeFalse
        Get-LabHost | Enable-LabNetFirewallRule -DisplayGroup 'Remote Volume Management'
        (Get-LabNetFirewallRule 'Remote Volume Management' -ComputerName HOST1, HOST2).Enabled | Should -Be $true, $true
        $rule = Get-LabNetFirewallRule 'Remote Volume Management' -ComputerName HOST2
        ($rule | Disable-LabNetFirewallRule -Passthru).Enabled | Should -BeFalse
        (Get-LabNetFirewallRule 'Remote Volume Management' -ComputerName HOST1).Enabled | Should -BeTrue
    }

    It 'stay as they are under -WhatIf, and are refused where they are unknown' {
        $hash = (Get-Lab).JournalHash
        Enable-LabNetFirewallRule 'Remote Desktop' -ComputerName HOST1 -WhatIf
        Disable-LabNetFirewallRule 'Remote Volume Management' -ComputerName HOST1 -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
        { Enable-LabNetFirewallRule Telnet -ComputerName HOST1 -ErrorAction Stop } | Should -Throw -ErrorId (
            'CmdletizationQuery_NotFound_DisplayGroup,HyperVLab.Commands.Hosts.EnableLabNetFirewallRuleCommand')
    }
}
