BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost VMM1 | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
    Add-LabHost HV1 | Install-LabOperatingSystem -Edition HyperVServer2008R2
    Add-LabHost VS1 | Install-LabOperatingSystem -Edition WindowsServer2008Enterprise
    foreach ($name in 'VMM1', 'HV1', 'VS1') {
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    Install-LabVMMServer VMM1 | Out-Null
    Add-LabVMHost HV1 | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'A host of Virtual Server' {
    It 'is made by a package' {
        { Add-LabVMHost VS1 -ErrorAction Stop } | Should -Throw '*Install-LabPackage VirtualServer2005R2*'
        (Install-LabPackage VirtualServer2005R2 -ComputerName VS1).Status | Should -Be Installed
        { Install-LabPackage VirtualServer2005R2 -ComputerName HV1 -ErrorAction Stop } |
            Should -Throw '*host of Hyper-V already*'
    }

    It 'comes under management, and says what it is' {
        (Add-LabVMHost VS1).State | Should -Be Responding
        (Get-LabVMHost VS1).VirtualizationPlatform | Should -Be VirtualServer
        (Get-LabVMHost HV1).VirtualizationPlatform | Should -Be HyperV
    }
}

Describe 'A machine of Virtual Server' {
    It 'is made, started, paused and saved by the same cmdlets' {
        $script:vm = New-LabVM shop -ComputerName VS1 -NewVHDPath shop.vhd -NewVHDSizeBytes 1GB
        $vm.VirtualizationPlatform | Should -Be VirtualServer
        $vm.Path | Should -Be 'C:\Users\Public\Documents\Shared Virtual Machines\shop'
        Install-LabGuestOS shop -OperatingSystem 'Windows Server 2003 R2'
        Start-LabVM shop
        Step-LabClock 300
        $vm.IntegrationServicesVersion | Should -Be ([version]'13.813')
        Suspend-LabVM shop
        $vm.State | Should -Be Paused
        Resume-LabVM shop
        Save-LabVM shop
        $vm.State | Should -Be Saved
        (Get-LabFile -ComputerName VS1).FullName | Should -Contain "$($vm.Path)\shop.vsv"
        Start-LabVM shop
    }

    It 'is refused by name what its platform lacks: <What>' -TestCases @(
        @{ What = 'a checkpoint while it runs'; Do = { Checkpoint-LabVM shop -ErrorAction Stop }
            Text = "*has no checkpoints with a machine's memory*" }
        @{ What = 'live migration'; Do = { Move-LabVM shop HV1 -ErrorAction Stop }; Text = '*has no live migration*' }
        @{ What = 'VLANs'; Do = { Set-LabVMNetworkAdapterVlan shop -Access -VlanId 5 -ErrorAction Stop }
            Text = '*has no VLANs*' }
        @{ What = 'disks of the host'
            Do = { Add-LabVMHardDiskDrive shop -DiskNumber 1 -ControllerType SCSI -ErrorAction Stop }
            Text = '*has no disks of the host*' }
    ) {
        $Do | Should -Throw "Microsoft Virtual Server 2005 R2 on VS1 $Text"
    }

    It 'has no integration services' {
        Get-LabVMIntegrationService shop | Should -BeNullOrEmpty
        { Disable-LabVMIntegrationService Heartbeat -VMName shop -ErrorAction Stop } |
            Should -Throw '*Virtual Server 2005 R2 has no integration services*'
    }

    It 'has one processor and a guest of 32 bits' {
        Stop-LabVM shop
        { Set-LabVMProcessor shop -Count 2 -ErrorAction Stop } | Should -Throw '*Virtual Server 2005 R2*takes 1 to 1*'
        { Install-LabGuestOS shop -OperatingSystem 'Windows Server 2012' -ErrorAction Stop } |
            Should -Throw '*has no guests of 64 bits*'
    }

    It 'has checkpoints of its disks' {
        (Checkpoint-LabVM shop -SnapshotName before -Passthru).Name | Should -Be before
        Get-LabVMSnapshot shop | Restore-LabVMSnapshot -Confirm:$false
        Get-LabVMSnapshot shop | Remove-LabVMSnapshot
        Step-LabClock 600
    }

    It 'moves to Hyper-V with its files, and boots there' {
        Move-LabVM shop -VMHost HV1
        $vm.ComputerName, $vm.VirtualizationPlatform | Should -Be 'HV1', 'HyperV'
        Start-LabVM shop
        Step-LabClock 300
        $vm.Guest | Should -Be Running
        $vm.IntegrationServicesVersion | Should -Be ([version]'6.1.7600.16385')
        Stop-LabVM shop
        { Move-LabVM shop -VMHost VS1 -ErrorAction Stop } |
            Should -Throw '*machine of Hyper-V and cannot be moved to VS1*'
    }
}
