BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost NODE1 | Out-Null
    Install-LabOperatingSystem NODE1 -Edition HyperVServer2008R2
    Enable-LabRemoteManagement NODE1
    Join-LabDomain lab.local -ComputerName NODE1 -Restart
    New-LabVMSwitch VMs -ComputerName NODE1 -NetAdapterName 'Local Area Connection 2' | Out-Null
    $vm = New-LabVM web01 1GB -NewVHDPath web01.vhd -NewVHDSizeBytes 10GB -SwitchName VMs
    Install-LabGuestOS web01 'Windows Server 2008 R2 Enterprise' -IPAddress 192.168.10.61
    $old = New-LabVM old01 1GB -NewVHDPath old01.vhd -NewVHDSizeBytes 10GB -SwitchName VMs
    Install-LabGuestOS old01 'Windows Server 2003' -IPAddress 192.168.10.62
}

AfterAll { Remove-Lab Lab }

Describe 'Get-LabVMIntegrationService' {
    It 'lists the services, with empty descriptions while the machine is off' {
        $services = Get-LabVMIntegrationService web01
        $services.Name | Should -Be 'Heartbeat', 'Key-Value Pair Exchange', 'Shutdown', 'Time Synchronization', 'VSS'
        $services.Enabled | Should -Not -Contain $false
        $services[0].PrimaryStatusDescription | Should -BeExactly ''
        $services[0].PrimaryOperationalStatus | Should -BeNullOrEmpty
    }

    It 'shows what a checkpoint keeps' {
        Disable-LabVMIntegrationService 'VSS' -VMName web01
        $snapshot = Checkpoint-LabVM web01 before -Passthru
        Enable-LabVMIntegrationService 'VSS' -VMName web01
        $kept = $snapshot | Get-LabVMIntegrationService
        $kept.Count | Should -Be 5
        ($kept | Where-Object Name -EQ 'VSS').Enabled | Should -BeFalse
        (Get-LabVMIntegrationService -VMSnapshot $snapshot -Name Heartbeat).Enabled | Should -BeTrue
        { Get-LabVMIntegrationService -VMSnapshot $snapshot -Name nothing -ErrorAction Stop } | Should -Throw
        $snapshot | Remove-LabVMSnapshot
    }

    It 'is waited for as scripts do: by the identifier, on one object' {
        $heartbeat = $vm | Get-LabVMIntegrationService |
            Where-Object Id -Match '84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47'
        Start-LabVM web01, old01
        $heartbeat.PrimaryStatusDescription | Should -Be 'No Contact'
        Step-LabClock -Seconds 60
        $heartbeat.PrimaryStatusDescription | Should -Be 'OK'
        $vm.VMIntegrationService[0] | Should -Be $heartbeat
        $vm.VMIntegrationService[1] | Should -Not -Be $heartbeat
    }

    It 'shows the real columns' {
        $text = Get-LabVMIntegrationService web01 -Name Sh* | Format-Table | Out-String -Width 200
        $text | Should -BeLike '*VMName*Name*Enabled*PrimaryStatusDescription*SecondaryStatusDescription*'
        $text | Should -BeLike '*web01*Shutdown*True*OK*'
    }

    It 'says that a service is unknown' {
        { Get-LabVMIntegrationService web01 'Guest Service Interface' -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.GetLabVMIntegrationServiceCommand'
    }
}

Describe 'Disable-LabVMIntegrationService and Enable-LabVMIntegrationService' {
    It 'let the heartbeat go and come back' {
        $disabled = Disable-LabVMIntegrationService Heartbeat web01 -Passthru
        $disabled.Enabled | Should -BeFalse
        $vm.Heartbeat | Should -Be 'Disabled'
        $disabled | Enable-LabVMIntegrationService
        $vm.Heartbeat | Should -Be 'OkApplicationsUnknown'
    }

    It 'let the host forget the addresses of a guest that still answers' {
        $vm.NetworkAdapters[0].IPAddresses | Should -Be '192.168.10.61'
        $vm | Disable-LabVMIntegrationService 'Key-Value Pair Exchange'
        $vm.NetworkAdapters[0].IPAddresses | Should -BeNullOrEmpty
        $vm.NetworkAdapters[0].Status | Should -Be 'Ok'
        Enable-LabVMIntegrationService Key* -VMName web01
        $vm.NetworkAdapters[0].IPAddresses | Should -Be '192.168.10.61'
    }

    It 'keep a guest from being shut down' {
        Disable-LabVMIntegrationService Shutdown web01
        { Stop-LabVM web01 -ErrorAction Stop } | Should -Throw -ExpectedMessage '*Shutdown is disabled*' -ErrorId `
            'OperationFailed,HyperVLab.Commands.Compute.StopLabVMCommand'
        Enable-LabVMIntegrationService Shutdown web01
    }

    It 'leave a clock behind' {
        Disable-LabVMIntegrationService 'Time Synchronization' web01
        Save-LabVM web01
        Step-LabClock -Seconds 600
        Start-LabVM web01
        $vm.GuestClockBehind | Should -BeGreaterThan '00:10:00'
        Enable-LabVMIntegrationService 'Time Synchronization' web01
        $vm.GuestClockBehind | Should -Be ([timespan]::Zero)
    }

    It 'change nothing under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Disable-LabVMIntegrationService Heartbeat web01 -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}

Describe 'Install-LabGuestIntegrationService' {
    It 'gives an old guest what it lacks' {
        $old.IntegrationServicesVersion | Should -BeNullOrEmpty
        $old.IntegrationServicesState | Should -BeExactly ''
        $old.NetworkAdapters[0].IPAddresses | Should -BeNullOrEmpty
        { Stop-LabVM old01 -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Compute.StopLabVMCommand'
        Install-LabGuestIntegrationService old01
        $old.Guest | Should -Be 'Booting'
        Step-LabClock -Seconds 120
        $old.IntegrationServicesState | Should -Be 'Up to date'
        $old.NetworkAdapters[0].IPAddresses | Should -Be '192.168.10.62'
        Stop-LabVM old01
        $old.State | Should -Be 'Off'
    }

    It 'is refused where nothing is newer' {
        { $old | Install-LabGuestIntegrationService -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidState,HyperVLab.Commands.Compute.InstallLabGuestIntegrationServiceCommand'
    }
}
