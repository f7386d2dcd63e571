BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
}

Describe 'Addresses, names and routes' {
    BeforeEach { New-Lab -Seed 7 -HostCount 2 | Out-Null }

    AfterEach { Remove-Lab Lab }

    Context 'DHCP scopes' {
        It 'shows the pool of the lab as a scope, with its leases' {
            $scope = Get-LabDhcpServerv4Scope
            "$($scope.ScopeId) $($scope.SubnetMask) $($scope.State)" | Should -Be '192.168.10.0 255.255.255.0 Active'
            $lease = Get-LabDhcpServerv4Lease -ScopeId 192.168.10.0
            $lease[0].HostName | Should -Be 'HV0001'
            $lease[0].AddressState | Should -Be 'Active'
            $lease[0].ClientId | Should -Match '^([0-9a-f]{2}-){5}[0-9a-f]{2}$'
        }

        It 'lets a computer serve its subnet, and is removed' {
            Get-LabDhcpServerv4Scope | Remove-LabDhcpServerv4Scope
            $scope = @{ ComputerName = 'DC1'; Name = 'Lab'; SubnetMask = '255.255.255.0' }
            $made = Add-LabDhcpServerv4Scope 192.168.10.50 192.168.10.60 @scope -LeaseDuration 1.00:00:00 -PassThru
            $made.ServerName | Should -Be 'DC1'
            $made.LeaseDuration.TotalDays | Should -Be 1
            $made | Set-LabDhcpServerv4OptionValue -Router 192.168.10.1 -PassThru |
                ForEach-Object Router | Should -Be '192.168.10.1'
            { Add-LabDhcpServerv4Scope 192.168.10.70 192.168.10.80 @scope -ErrorAction Stop } | Should -Throw
            { Get-LabDhcpServerv4Scope 10.0.0.0 -ErrorAction Stop } | Should -Throw '*no DHCP scope 10.0.0.0*'
        }

        It 'changes nothing under -WhatIf' {
            $before = (Get-Lab).JournalHash
            Get-LabDhcpServerv4Scope | Remove-LabDhcpServerv4Scope -WhatIf
            Add-LabDhcpServerv4Scope 10.0.0.1 10.0.0.9 Own 255.255.255.0 -ComputerName DC1 -WhatIf
            (Get-Lab).JournalHash | Should -Be $before
        }
    }

    Context 'Scopes of one subnet' {
        It 'are told apart by their servers' {
            Get-LabDhcpServerv4Scope | Remove-LabDhcpServerv4Scope
            Add-LabPhysicalSwitch Second | Out-Null
            $range = @{ StartRange = '192.168.10.50'; EndRange = '192.168.10.60' }
            New-LabAddressPool One -PhysicalSwitchName (Get-LabPhysicalSwitch)[0].Name -ComputerName DC1 @range |
                Out-Null
            New-LabAddressPool Two -PhysicalSwitchName Second @range -ComputerName HV0001 | Out-Null
            { Remove-LabDhcpServerv4Scope 192.168.10.0 -ErrorAction Stop } | Should -Throw '*Two (HV0001)*'
            (Get-LabDhcpServerv4Scope -ComputerName HV0001).Name | Should -Be 'Two'
            Remove-LabDhcpServerv4Scope 192.168.10.0 -ComputerName HV0001
            (Get-LabDhcpServerv4Scope).Name | Should -Be 'One'
            { New-LabAddressPool Two -PhysicalSwitchName Second @range -ComputerName DC1 -ErrorAction Stop } |
                Should -Throw '*already*'
        }

        It 'date when their leases expire' {
            (Get-LabDhcpServerv4Lease)[0].LeaseExpiryTime | Should -BeOfType ([datetime])
            (Get-LabDhcpServerv4Lease)[0].LeaseExpiryTime | Should -BeGreaterThan (Get-LabClock).Date
        }
    }

    Context 'Register-LabDnsClient' {
        It 'tells the name server what it was not told' {
            $nic = @{ InterfaceAlias = 'Local Area Connection'; ComputerName = 'HV0001' }
            $port = @{ SwitchName = (Get-LabPhysicalSwitch)[0].Name; ComputerName = 'HV0001'
                NetAdapterName = 'Local Area Connection' }
            Set-LabPhysicalSwitchPort @port -Access -VlanId 9
            New-LabNetIPAddress 192.168.10.77 @nic | Out-Null
            Set-LabDnsClientServerAddress @nic -ServerAddresses 192.168.10.10
            Register-LabDnsClient HV0001 -WarningVariable warnings -WarningAction SilentlyContinue
            $warnings | Should -BeLike '*not reached*'
            Set-LabPhysicalSwitchPort @port -Trunk -NativeVlanId 0 -AllowedVlanIdList 1-4094
            Resolve-LabDnsName HV0001 | Should -Be '192.168.10.100'
            Test-LabConnection HV0001 -Count 1 -Quiet | Should -BeFalse
            Register-LabDnsClient HV0001
            Resolve-LabDnsName HV0001 | Should -Be '192.168.10.77'
            Test-LabConnection HV0001 -Count 1 -Quiet | Should -BeTrue
        }

        It 'is for running guests, too' {
            { Register-LabDnsClient -VMName nothing -ErrorAction Stop } | Should -Throw
        }

        It 'changes nothing under -WhatIf' {
            $before = (Get-Lab).JournalHash
            Register-LabDnsClient HV0001 -WhatIf
            (Get-Lab).JournalHash | Should -Be $before
        }
    }

    Context 'Resolve-LabDnsName' {
        It 'finds names as a computer does, with the properties of Resolve-DnsName' {
            $answer = Resolve-LabDnsName HV0001, DC1
            $answer[0].Type | Should -Be 'A'
            $answer.IPAddress | Should -Be 192.168.10.100, 192.168.10.10
            Resolve-LabDnsName HV0001.lab.local -ComputerName HV0002 | Should -Be '192.168.10.100'
        }

        It 'gives the real error for a name that nobody has registered' {
            { Resolve-LabDnsName nobody -ErrorAction Stop } |
                Should -Throw -ErrorId 'DNS_ERROR_RCODE_NAME_ERROR,*ResolveLabDnsNameCommand'
        }
    }

    Context 'Routers' {
        It 'lower the time to live, and say so when it is over' {
            Add-LabPhysicalSwitch Second | Out-Null
            Remove-LabVMSwitch VMs -ComputerName HV0001, HV0002 -Force
            $nic = 'Local Area Connection 2'
            foreach ($name in 'HV0001', 'HV0002') {
                Disconnect-LabNetAdapter $nic -ComputerName $name
                Connect-LabNetAdapter $nic -ComputerName $name -PhysicalSwitchName Second
            }

            New-LabNetIPAddress -IPAddress 10.0.0.1 -InterfaceAlias $nic -ComputerName HV0001
            New-LabNetIPAddress -IPAddress 10.0.0.2 -InterfaceAlias $nic -DefaultGateway 10.0.0.1 -ComputerName HV0002
            Set-LabNetIPInterface 'Local Area Connection', $nic -Forwarding Enabled -ComputerName HV0001
            New-LabNetIPAddress -IPAddress 192.168.10.77 -InterfaceAlias 'Local Area Connection' -ComputerName HV0001
            Disconnect-LabNetAdapter 'Local Area Connection' -ComputerName HV0002
            (Test-LabConnection 192.168.10.10 -Source HV0002 -Count 1).Status | Should -Be 'TimedOut'
            Remove-LabNetIPAddress 192.168.10.10 -ComputerName DC1 -Confirm:$false
            $address = @{ InterfaceAlias = 'Local Area Connection'; ComputerName = 'DC1' }
            New-LabNetIPAddress -IPAddress 192.168.10.10 -DefaultGateway 192.168.10.77 @address

            (Test-LabConnection 192.168.10.10 -Source HV0002 -Count 1).Status | Should -Be 'Success'
            $expired = Test-LabConnection 192.168.10.10 -Source HV0002 -Count 1 -MaxHops 1
            "$($expired.Status) $($expired.Address)" | Should -Be 'TtlExpired 10.0.0.1'
        }
    }
}
