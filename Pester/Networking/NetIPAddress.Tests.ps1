BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost HV1 | Install-LabOperatingSystem -Edition HyperVServer2008R2
    $script:one = 'Local Area Connection'
}

AfterAll { Remove-Lab Lab }

Describe 'Addresses from a pool' {
    It 'are listed with their holders' {
        $lease = Get-LabAddressLease -PoolName Management
        $lease.Holder | Should -Be 'HV1', 'HV1'
        (Get-LabNetIPAddress $lease[0].IPAddress).PrefixOrigin | Should -Be 'Dhcp'
        (Get-LabAddressPool).LeaseCount | Should -Be 2
    }
}

Describe 'New-LabNetIPAddress' {
    It 'changes nothing under -WhatIf' {
        $before = (Get-Lab).JournalHash
        New-LabNetIPAddress 192.168.10.21 -InterfaceAlias $one -ComputerName HV1 -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
    }

    It 'replaces the pool''s address and writes the new one' {
        $address = New-LabNetIPAddress 192.168.10.21 -InterfaceAlias $one -PrefixLength 24 -ComputerName HV1
        $address.IPAddress | Should -Be '192.168.10.21'
        $address.PrefixOrigin | Should -Be 'Manual'
        $address.ComputerName | Should -Be 'HV1'
        (Get-LabAddressPool).LeaseCount | Should -Be 1
    }

    It 'refuses <Address>' -ForEach @(
        @{ Address = '192.168.10.10' }
        @{ Address = '192.168.10.300' }
        @{ Address = '192.168.10.0' }
        @{ Address = 'HV1' }
    ) {
        { New-LabNetIPAddress $Address -InterfaceAlias 'Local Area Connection 2' -ComputerName HV1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Networking.NewLabNetIPAddressCommand'
    }
}

Describe 'Get-LabNetIPAddress' {
    It 'finds addresses by pattern, adapter and computer' {
        (Get-LabNetIPAddress 192.168.10.1?).Count | Should -Be 2
        (Get-LabNetIPAddress -ComputerName HV1 -InterfaceAlias $one).IPAddress | Should -Be '192.168.10.21'
        [pscustomobject]@{ IPAddress = '192.168.10.21' } | Get-LabNetIPAddress | Should -HaveCount 1
    }
}

Describe 'Set-LabDnsClientServerAddress' {
    It 'sets and resets the name server' {
        Set-LabDnsClientServerAddress $one -ServerAddresses 192.168.10.10 -ComputerName HV1
        (Get-LabNetIPAddress 192.168.10.21).DnsServer | Should -Be '192.168.10.10'
        (Set-LabDnsClientServerAddress $one -ResetServerAddresses -ComputerName HV1 -PassThru).DnsServer |
            Should -BeNullOrEmpty
    }

    It 'changes nothing under -WhatIf' {
        $before = (Get-Lab).JournalHash
        Set-LabDnsClientServerAddress $one -ResetServerAddresses -ComputerName HV1 -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
    }
}

Describe 'Remove-LabNetIPAddress and Set-LabNetIPInterface' {
    It 'take an address off and ask the pool again' {
        Get-LabNetIPAddress 192.168.10.21 | Remove-LabNetIPAddress
        Get-LabNetIPAddress 192.168.10.21* | Should -BeNullOrEmpty
        (Set-LabNetIPInterface $one -Dhcp Enabled -ComputerName HV1 -PassThru).PrefixOrigin | Should -Be 'Dhcp'
    }

    It 'change nothing under -WhatIf' {
        $before = (Get-Lab).JournalHash
        Get-LabNetIPAddress -ComputerName HV1 | Remove-LabNetIPAddress -WhatIf
        Set-LabNetIPInterface $one -Dhcp Disabled -ComputerName HV1 -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
    }

    It 'give an error for an address that the computer does not have' {
        { Remove-LabNetIPAddress 10.0.0.1 -ComputerName HV1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Networking.RemoveLabNetIPAddressCommand'
    }
}

Describe 'Address pools' {
    It 'are made for a network that has none, and removed' {
        Add-LabPhysicalSwitch Other | Out-Null
        $range = @{ PhysicalSwitchName = 'Other'; StartRange = '10.0.0.10'; EndRange = '10.0.0.99' }
        New-LabAddressPool Second @range -WhatIf
        Get-LabAddressPool Second* | Should -BeNullOrEmpty
        (New-LabAddressPool Second @range).EndRange | Should -Be '10.0.0.99'
        { New-LabAddressPool Third @range -ErrorAction Stop } | Should -Throw '*is served by*'
        Get-LabAddressPool Second | Remove-LabAddressPool -WhatIf
        Get-LabAddressPool | Should -HaveCount 2
        Get-LabAddressPool Second | Remove-LabAddressPool
        Get-LabAddressPool | Should -HaveCount 1
        { Get-LabAddressPool Second -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Networking.GetLabAddressPoolCommand'
    }
}
