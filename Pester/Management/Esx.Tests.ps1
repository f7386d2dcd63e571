BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost VMM1 | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
    Add-LabHost VC1 | Install-LabOperatingSystem -Edition WindowsServer2008Standard
    Add-LabHost HV1 | Install-LabOperatingSystem -Edition HyperVServer2008R2
    foreach ($name in 'VMM1', 'VC1', 'HV1') {
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    'ESX1', 'ESX2' | ForEach-Object { Add-LabHost $_ | Install-LabOperatingSystem -Edition VMwareESX35 }
    Install-LabVMMServer VMM1 | Out-Null
    Add-LabVMHost HV1 | Out-Null
    $secret = [Net.NetworkCredential]::new('', 'secret').SecurePassword
    New-LabADUser vmware -AccountPassword $secret | Out-Null
    $script:user = [pscredential]::new('LAB\vmware', $secret)
    $script:root = [pscredential]::new('root', $secret)
    $script:command = 'HyperVLab.Commands'
}

AfterAll { Remove-Lab Lab }

Describe 'VirtualCenter' {
    It 'is a package of a full Windows Server' {
        { Install-LabPackage VirtualCenter25 -ComputerName HV1 -ErrorAction Stop } |
            Should -Throw '*takes a full Windows Server*'
        (Install-LabPackage VirtualCenter25 -ComputerName VC1).Status | Should -Be Installed
    }

    It 'manages ESX hosts, which nobody manages without it' {
        { New-LabVM web -ComputerName ESX1 -NoVHD -ErrorAction Stop } | Should -Throw '*Add-LabVirtualCenterHost*'
        { Add-LabVirtualCenterHost HV1 -VirtualCenter VC1 -ErrorAction Stop } | Should -Throw '*no host of VMware ESX*'
        Add-LabVirtualCenterHost ESX1 -VirtualCenter VC1 -WhatIf | Should -BeNullOrEmpty
        'ESX1', 'ESX2' | ForEach-Object {
            (Add-LabVirtualCenterHost $_ -VirtualCenter VC1 -Datacenter Berlin).IsConnected | Should -BeTrue
        }
        (Get-LabVirtualCenterHost).Datacenter | Should -Be 'Berlin', 'Berlin'
    }

    It 'lets hosts share a datastore' {
        Add-LabStorageArray SAN | Out-Null
        New-LabLun shared 50GB | Add-LabLunMapping -ComputerName ESX1, ESX2 | Out-Null
        'ESX1', 'ESX2' | ForEach-Object { Update-LabHostStorageCache $_ }
        (New-LabDatastore san -ComputerName ESX1 -DiskNumber 1).FileSystem | Should -Be VMFS
        (Get-LabVolume -ComputerName ESX2).FileSystemLabel | Should -Be 'storage1', 'san'
        { New-LabDatastore san -ComputerName ESX1 -DiskNumber 0 -ErrorAction Stop } |
            Should -Throw '*something is on it*'
    }
}

Describe 'The virtualization manager' {
    It 'needs right credentials of an administrator' {
        $wrong = [pscredential]::new('LAB\vmware', [Net.NetworkCredential]::new('', 'wrong').SecurePassword)
        { Add-LabVirtualizationManager VC1 -Credential $wrong -ErrorAction Stop } | Should -Throw '*not signed in*'
        { Add-LabVirtualizationManager VMM1 -Credential $user -ErrorAction Stop } |
            Should -Throw '*no VirtualCenter server*'
        $job = $null
        { Add-LabVirtualizationManager VC1 -Credential $user -JobVariable job -ErrorAction Stop } |
            Should -Throw '*no administrator there*'
        (Get-LabVirtualizationManager VC1).State | Should -Be NotResponding
        Add-LabLocalGroupMember Administrators 'LAB\vmware' -ComputerName VC1
        Get-LabJob | Where-Object Name -EQ AddVirtualizationManager | Where-Object State -EQ Failed | Restart-LabJob
        $manager = Get-LabVirtualizationManager VC1
        $manager.State, $manager.TCPPort, $manager.UserName | Should -Be 'Responding', 443, 'LAB\vmware'
    }

    It 'brings ESX hosts under management, limited without their credentials' {
        { Add-LabVMHost ESX1 -ErrorAction Stop } | Should -Throw '*-VirtualizationManager*'
        (Add-LabVMHost ESX1 -VirtualizationManager VC1).OverallState | Should -Be 'OK (Limited)'
        (Add-LabVMHost ESX2 -VirtualizationManager VC1 -Credential $root).OverallState | Should -Be OK
        (Get-LabVMHost ESX1).VirtualizationPlatform | Should -Be VMWareESX
        (Get-LabVirtualizationManager).ManagedHosts | Should -Be 'ESX1', 'ESX2'
        { Remove-LabVirtualCenterHost ESX1 -ErrorAction Stop } | Should -Throw '*Remove it there first*'
    }

    It 'is set and read' {
        (Set-LabVirtualizationManager VC1 -TCPPort 8443).TCPPort | Should -Be 8443
        { Set-LabVirtualizationManager VC1 -TCPPort 70000 -ErrorAction Stop } | Should -Throw '*no TCP port*'
        Step-LabClock 60
        $before = (Get-LabVirtualizationManager).UpdatedDate
        (Get-LabVirtualizationManager | Read-LabVirtualizationManager).UpdatedDate | Should -BeGreaterThan $before
        { Read-LabVirtualizationManager none -ErrorAction Stop } | Should -Throw '*Get-LabVirtualizationManager*'
    }
}

Describe 'A machine of ESX' {
    It 'is made, started, suspended and resumed by the same cmdlets' {
        $script:vm = New-LabVM web -ComputerName ESX1 -Path '[san]' -NewVHDPath web.vmdk -NewVHDSizeBytes 2GB
        $vm.Path | Should -Be '[san] web'
        $vm.AutomaticStopAction | Should -Be ShutDown
        Install-LabGuestOS web -OperatingSystem 'Windows Server 2003 R2'
        Start-LabVM web
        Step-LabClock 300
        $vm.Guest | Should -Be Running
        Suspend-LabVM web
        $vm.State, $vm.MemoryAssigned | Should -Be 'Saved', 0
        (Get-LabFile '[san]' -ComputerName ESX1).FullName |
            Should -Be '[san] web/web.vmdk', '[san] web/web.vmx', '[san] web/web.vmss'
        Resume-LabVM web
        $vm.State, $vm.Guest | Should -Be 'Running', 'Running'
    }

    It 'has a disk that is a real VMDK' {
        $path = (Get-LabVHD '[san] web/web.vmdk' -ComputerName ESX1)
        $path.VhdFormat, $path.Size | Should -Be 'VMDK', 2GB
    }

    It 'is refused by name what its platform lacks: <What>' -TestCases @(
        @{ What = 'saved state'; Do = { Save-LabVM web -ErrorAction Stop }
            Text = '*has no saved state*Suspend-LabVM*' }
        @{ What = 'checkpoints'; Do = { Checkpoint-LabVM web -ErrorAction Stop }; Text = '*has no checkpoints*' }
        @{ What = 'VHDs'
            Do = { New-LabVM x -ComputerName ESX1 -NewVHDPath x.vhd -NewVHDSizeBytes 1GB -ErrorAction Stop }
            Text = '*VMware ESX takes .vmdk*' }
        @{ What = 'VMDKs of Hyper-V'; Do = { New-LabVHD C:\x.vmdk 1GB -ComputerName HV1 -ErrorAction Stop }
            Text = '*Hyper-V takes .vhd and .vhdx*' }
        @{ What = 'clusters'; Do = { Move-LabVM web ESX2 -ErrorAction Stop }; Text = '*Move-LabVM -VMHost*' }
    ) {
        $Do | Should -Throw $Text
    }

    It 'moves while it runs, to a host with its datastore' {
        Move-LabVM web -VMHost ESX2
        $vm.ComputerName, $vm.State, $vm.Guest | Should -Be 'ESX2', 'Running', 'Running'
        { Move-LabVM web -VMHost HV1 -ErrorAction Stop } | Should -Throw
    }

    It 'is converted into one of Hyper-V, and stays' {
        { New-LabV2V -VM web -VMHost HV1 -Name copy -ErrorAction Stop } | Should -Throw '*must be off*'
        Stop-LabVM web
        (New-LabV2V -VM web -VMHost HV1 -Name copy -StartVM).VirtualizationPlatform | Should -Be HyperV
        Step-LabClock 300
        $copy = Get-LabVM copy
        $copy.Guest | Should -Be Running
        $copy.IntegrationServicesVersion | Should -Be ([version]'6.1.7600.16385')
        $vm.ComputerName | Should -Be ESX2
        Move-LabVM web -VMHost ESX1
        $vm.ComputerName | Should -Be ESX1
        { New-LabV2V -VM web -VMHost HV1 -Name copy2 -ErrorAction Stop } | Should -Throw '*OK (Limited)*'
        Set-LabVMHost ESX1 -VMHostManagementCredential $root
        (Get-LabVMMManagedComputer ESX1).OverallState | Should -Be OK
    }

    It 'goes on while its VirtualCenter server is down, and is not managed' {
        Start-LabVM web
        Stop-LabHost VC1
        $vm.State | Should -Be Running
        { Stop-LabVM web -TurnOff -ErrorAction Stop } | Should -Throw '*VC1 does not answer*'
        (Get-LabVMMManagedComputer ESX1).State | Should -Be NotResponding
        { Read-LabVirtualizationManager VC1 -ErrorAction Stop } |
            Should -Throw '*cannot contact the VirtualCenter service*'
        Start-LabHost VC1
        Stop-LabVM web -TurnOff
        Remove-LabVM web -Force
        Remove-LabVirtualizationManager VC1
        (Get-LabVMMManagedComputer).Name | Should -Be HV1
    }
}
